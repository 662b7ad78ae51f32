// Package oven heats.
package oven

const Degrees = 220
