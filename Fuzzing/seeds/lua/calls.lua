f{} f"" f[[x]] a:b{}:c(1)("x") ; (f or g)(1) a.b["c"].d = nil
a, b[1], c.d = f((...))
