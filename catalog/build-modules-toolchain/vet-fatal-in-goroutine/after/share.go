// Package share divides a cake.
package share

func Of(people int) int { return 12 / people }
