local autre = nature != "commune"
