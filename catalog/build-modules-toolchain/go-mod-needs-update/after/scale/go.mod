module example.com/scale

go 1.21

require example.com/units v1.1.0
