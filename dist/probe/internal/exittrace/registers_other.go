//go:build !(linux && (amd64 || arm64))

package exittrace

const returnsByLink = false
