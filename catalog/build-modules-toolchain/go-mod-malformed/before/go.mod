module example.com/lamp

go 1.21

requires example.com/bulb v1.0.0
