module example.com/bulb/v2

go 1.21
