x = 1
y = [[a
b]]
z = "a\b"-- c
