module example.com/market

go 1.21

require example.com/scale v1.1.0
