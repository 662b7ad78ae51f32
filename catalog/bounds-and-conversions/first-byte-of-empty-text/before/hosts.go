// Package hosts reads lists of host names.
package hosts

import "strings"

func Parse(text string) []string {
	var hosts []string
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line[0] == '#' { //crash:blame
			continue
		}
		hosts = append(hosts, strings.Fields(line)...)
	}
	return hosts
}
