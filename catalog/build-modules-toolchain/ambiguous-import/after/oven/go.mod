module example.com/kitchen/oven

go 1.21
