package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go-crash-guard/probe/internal/cgroup"
)

// adopt is what root does for a keeper without rights: keeper adopt NAME SCOPE CEILING KEEPER_PID UID GID. It makes an
// enclosure (see there) and hands it over. SCOPE is "" without systemd; otherwise this process runs in that scope.
func adopt(args []string) (reply, error) {
	if len(args) != 6 || !groupName.MatchString(args[0]) {
		return reply{}, errors.New("usage: keeper adopt NAME SCOPE CEILING KEEPER_PID UID GID")
	}
	name, scope := args[0], args[1]
	ceiling, err := strconv.ParseUint(args[2], 10, 63)
	var numbers [3]int // the keeper's process id, and whose the groups will be
	for i := 0; i < len(numbers) && err == nil; i++ {
		numbers[i], err = strconv.Atoi(args[3+i])
	}
	if err != nil {
		return reply{}, err
	}
	keeper, owner := numbers[0], owner{numbers[1], numbers[2]}
	home, ok := cgroup.Memory(keeper)
	if !ok {
		return reply{}, fmt.Errorf("process %d is in no control group for memory", keeper)
	}
	if scope != "" {
		top, ok := cgroup.Memory(0)
		if !ok || filepath.Base(top.Path) != scope {
			return reply{}, fmt.Errorf("systemd did not put this process into %s but into %q", scope, top.Path)
		}
		return nest(top, home, keeper, ceiling, owner)
	}
	var problems []string
	for _, place := range places(home.Lineage()) {
		answer, err := adoptAt(place, home, name, keeper, ceiling, owner)
		if err == nil {
			return answer, nil
		}
		problems = append(problems, fmt.Sprintf("below %s: %v", place.Dir, err))
	}
	return reply{}, errors.New(strings.Join(problems, "; "))
}

// adopted is the lock of the group that was made for a keeper. It has to last until the keeper has taken over, and os closes a file
// that nobody refers to any more.
var adopted *os.File

func adoptAt(place, home cgroup.Group, name string, keeper int, ceiling uint64, owner owner) (answer reply, err error) {
	removeStale(place)
	if err := share(place); err != nil {
		return answer, err
	}
	top, lock, err := claim(place, name)
	if err != nil {
		return answer, err
	}
	adopted = lock
	if err = keepBounds(home.Lineage(), place, top); err == nil {
		answer, err = layOut(top, home, keeper, ceiling, owner)
	}
	if err != nil {
		_ = top.Remove()
	}
	return answer, err
}

// layOut makes the ceiling in a new group, and what belongs below it.
func layOut(top, home cgroup.Group, keeper int, ceiling uint64, owner owner) (reply, error) {
	if top.Version == 2 {
		return nest(top, home, keeper, ceiling, owner)
	}
	_, err := furnish(top, ceiling)
	if err == nil {
		err = owner.own(top.Dir, filepath.Join(top.Dir, cgroup.ToolsGroup), filepath.Join(top.Dir, cgroup.TestsGroup))
	}
	return reply{Top: top.Dir, Limit: top.Dir}, err
}

// nest lays out version 2: the keeper moves beside the ceiling, into a group above which the user owns.
func nest(top, home cgroup.Group, keeper int, ceiling uint64, owner owner) (answer reply, err error) {
	beside, err := top.Child("keeper")
	if err != nil {
		return answer, err
	}
	defer func() {
		if err != nil {
			_ = home.Enter(keeper)
		}
	}()
	// A group that has processes cannot hand controllers down: in a scope this process itself has to leave.
	for _, pid := range append(members(top), keeper) {
		if err := beside.Enter(pid); err != nil {
			return answer, err
		}
	}
	if err := top.ShareMemory(); err != nil {
		return answer, err
	}
	limit, err := top.Child("limit")
	if err != nil {
		return answer, err
	}
	inside, err := furnish(limit, ceiling)
	if err != nil {
		return answer, err
	}
	return reply{Top: top.Dir, Limit: limit.Dir}, owner.own(top.Dir, beside.Dir, limit.Dir, inside.Dir, filepath.Join(limit.Dir, cgroup.TestsGroup))
}

func members(group cgroup.Group) []int {
	pids, _ := group.Processes() // none where it is gone
	return pids
}

// disown is keeper disown HOME TOP: root moves whoever is beside the ceiling back and removes the groups.
func disown(args []string) error {
	if len(args) != 2 || !groupName.MatchString(filepath.Base(args[1])) {
		return errors.New("usage: keeper disown HOME TOP")
	}
	home, okHome := cgroup.At(args[0])
	top, okTop := cgroup.At(args[1])
	if !okTop {
		return nil
	}
	if top.Version == 2 && okHome {
		// The keeper, sudo and this process.
		if beside, ok := cgroup.At(filepath.Join(top.Dir, "keeper")); ok {
			for _, pid := range members(beside) {
				_ = home.Enter(pid)
			}
		}
	}
	return top.Remove()
}

// owner is the user that gets the groups.
type owner struct{ uid, gid int }

// own hands over what a user needs to make groups below and to move processes, and not the limit.
func (o owner) own(dirs ...string) error {
	for _, dir := range dirs {
		for _, name := range []string{"", "cgroup.procs", "cgroup.threads", "cgroup.subtree_control", "tasks"} {
			err := os.Chown(filepath.Join(dir, name), o.uid, o.gid)
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}
