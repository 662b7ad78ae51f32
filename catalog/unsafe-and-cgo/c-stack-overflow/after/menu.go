// Package menu counts the entries of a menu by way of a C library.
package menu

/*
#include <string.h>

enum { most = 8 };
struct menu { int entries; int child[most]; };
static struct menu menus[most];

static void menu_set(int id, int entries, int child) {
	menus[id].entries = entries;
	menus[id].child[0] = child;
}
static int menu_count(int id, int depth) {
	if (depth > most) return -1;
	volatile char line[4096];
	memset((char *)line, id, sizeof line);
	int count = menus[id].entries;
	int child = menus[id].child[0];
	if (child >= 0) {
		int below = menu_count(child, depth + 1);
		if (below < 0) return -1;
		count += below;
	}
	return count + line[0] - id;
}
*/
import "C"

import "errors"

var ErrCycle = errors.New("menu: holds itself")

// Set gives a menu its number of entries and its submenu; -1 is none.
func Set(menu, entries, submenu int) {
	C.menu_set(C.int(menu), C.int(entries), C.int(submenu))
}

func Count(menu int) (int, error) {
	entries := C.menu_count(C.int(menu), 0)
	if entries < 0 {
		return 0, ErrCycle
	}
	return int(entries), nil
}
