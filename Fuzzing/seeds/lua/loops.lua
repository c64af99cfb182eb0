for i = 1, 2, 3 do break end for k, v in pairs(t) do k = v end
while a do if b then break elseif c then else end end repeat local x until x
