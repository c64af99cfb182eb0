goto a; do local x end ::a:: while a do goto c; local x ::c:: end
for i = 1, 2 do if a then goto d end b() ::d:: end repeat goto c; ::c:: local x until x
