module go-crash-guard/probe

go 1.21
