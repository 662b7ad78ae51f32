// Aliases came with Go 1.9: the line below lifts this file above an older go line of the user's module.

//go:build go1.9

package agent

// A package may call anything of its own `int` or `bool`. What is put into it takes the true ones from here.

// CrashGuardInt is what testing.M.Run returns.
type CrashGuardInt = int

// CrashGuardBool is what comparisons are.
type CrashGuardBool = bool
