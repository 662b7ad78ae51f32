module go-crash-guard/callers

go 1.21

require golang.org/x/tools v0.24.1

require (
	golang.org/x/mod v0.20.0 // indirect
	golang.org/x/sync v0.8.0 // indirect
)
