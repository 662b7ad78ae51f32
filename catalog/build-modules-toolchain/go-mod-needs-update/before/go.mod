module example.com/lab

go 1.21

require (
	example.com/scale v1.0.0
	example.com/units v1.0.0
)

replace (
	example.com/scale => ./scale
	example.com/units => ./units
)
