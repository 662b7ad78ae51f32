module example.com/bakery

go 1.21

require (
	example.com/kitchen v1.0.0
	example.com/kitchen/oven v1.0.0
)

replace (
	example.com/kitchen => ./kitchen
	example.com/kitchen/oven => ./oven
)
