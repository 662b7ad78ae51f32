module example.com/tower

go 1.21

require example.com/bell v0.0.0

replace example.com/bell => ./bell
