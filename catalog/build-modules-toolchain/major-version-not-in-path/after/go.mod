module example.com/light

go 1.21

require example.com/bulb/v2 v2.0.0

replace example.com/bulb/v2 => ./bulb
