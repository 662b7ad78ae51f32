// Package roles knows what a user may do.
package roles

import "context"

type key struct {
	purpose string
	aliases []string
}

var rolesKey = key{purpose: "roles", aliases: []string{"groups"}}

// With attaches the roles of the user.
func With(ctx context.Context, roles ...string) context.Context {
	return context.WithValue(ctx, rolesKey, roles) //crash:blame
}

// Of returns the roles of the user.
func Of(ctx context.Context) []string {
	roles, _ := ctx.Value(rolesKey).([]string)
	return roles
}
