for i = 1 do
  f(i)
end
