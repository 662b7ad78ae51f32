package main

import (
	"path/filepath"
	"strings"
)

// coreGlob turns a core_pattern (man 5 core) into a pattern for filepath.Glob. A verb with a known value becomes that value,
// any other becomes "*". A relative pattern counts from the folder that the process is in. It is "" when cores are not
// written to files: handed to a program ("|"), to a socket ("@"), or not at all.
func coreGlob(pattern, folder string, usesPid bool, values map[byte]string) string {
	if pattern == "" || pattern[0] == '|' || pattern[0] == '@' {
		return ""
	}
	var glob strings.Builder
	namesPid := false
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '%' {
			glob.WriteString(escapeGlob(pattern[i : i+1]))
			continue
		}
		i++
		if i == len(pattern) {
			break // the kernel drops it
		}
		verb := pattern[i]
		namesPid = namesPid || verb == 'p'
		switch value, known := values[verb]; {
		case verb == '%':
			glob.WriteByte('%')
		case known:
			glob.WriteString(escapeGlob(value))
		case strings.IndexByte(coreVerbs, verb) >= 0:
			glob.WriteByte('*')
		}
	}
	if usesPid && !namesPid {
		glob.WriteByte('.')
		if pid, known := values['p']; known {
			glob.WriteString(escapeGlob(pid))
		} else {
			glob.WriteByte('*')
		}
	}
	if filepath.IsAbs(pattern) {
		return filepath.Clean(glob.String())
	}
	return filepath.Join(escapeGlob(folder), glob.String())
}

// coreVerbs are those that the kernel replaces; it drops any other.
const coreVerbs = "pPiIugdsthefEcCF"

// unmistakable reports whether each core gets a name of its own, so that none replaces another.
func unmistakable(pattern string, usesPid bool) bool {
	if usesPid {
		return true
	}
	for i := 0; i+1 < len(pattern); i++ {
		if pattern[i] != '%' {
			continue
		}
		i++
		if strings.IndexByte("pPiIt", pattern[i]) >= 0 {
			return true
		}
	}
	return false
}

// coreName is how the kernel writes a name or a path into a core's name.
func coreName(text string) string { return strings.ReplaceAll(text, "/", "!") }

func escapeGlob(text string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(text)
}
