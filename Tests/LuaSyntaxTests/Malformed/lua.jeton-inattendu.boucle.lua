for pays do
  f(pays)
end
