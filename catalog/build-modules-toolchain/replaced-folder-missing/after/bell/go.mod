module example.com/bell

go 1.21
