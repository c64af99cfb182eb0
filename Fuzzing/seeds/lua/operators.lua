return a + b - c * d / e // f % g ^ h, -a ^ -b, ~a, #a .. #b, a << b >> c & d | e ~ f,
  a < b == c ~= d, a <= b, a >= b, not a and b or c, (...), a.b.c[d].e
