module example.com/kiosk

go 1.21

require example.com/money v0.0.0

replace example.com/money => ./money
