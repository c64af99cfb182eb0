return '', "", [[]], [==[]]]==], '\a\b\f\n\r\t\v\\\"\'', '\65\x41\u{7FFFFFFF}\z
  b', [[
a]]
