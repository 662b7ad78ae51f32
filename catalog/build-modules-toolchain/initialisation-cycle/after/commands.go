// Package commands runs the commands of a tool.
package commands

import "sort"

var table map[string]func() []string

func init() {
	table = map[string]func() []string{
		"help": help,
		"list": func() []string { return []string{"tea", "milk"} },
	}
}

func help() []string {
	var names []string
	for name := range table {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func Run(name string) []string { return table[name]() }
