package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"go-crash-guard/probe/internal/cgroup"
)

const groupPrefix = "crash-guard-"

// newGroupName is crash-guard- and 8 hex digits.
func newGroupName() (string, error) {
	var random [4]byte
	if _, err := rand.Read(random[:]); err != nil {
		return "", err
	}
	return groupPrefix + hex.EncodeToString(random[:]), nil
}

// enclose makes an enclosure with the rights that the keeper has, at the first place where one works.
func enclose(ceiling uint64) (*enclosure, error) {
	own, ok := cgroup.Memory(0)
	if !ok {
		return nil, errors.New("no control groups for memory are mounted here")
	}
	name, err := newGroupName()
	if err != nil {
		return nil, err
	}
	var problems []string
	lineage := own.Lineage()
	for _, place := range places(lineage) {
		e, err := encloseAt(place, lineage, name, ceiling)
		if err == nil {
			return e, nil
		}
		problems = append(problems, fmt.Sprintf("below %s: %v", place.Dir, err))
	}
	return nil, errors.New(strings.Join(problems, "; "))
}

// places are where a group for the command may be made, seen from a process's own group and those above. Version 1 takes
// the own group. Version 2 has processes in leaves only, the root apart: a group that has processes cannot hand the memory
// controller to groups below it, so theirs is a place beside it.
func places(lineage []cgroup.Group) []cgroup.Group {
	if lineage[0].Version == 1 || len(lineage) == 1 {
		return lineage[:1]
	}
	if len(lineage) == 2 {
		return lineage[1:]
	}
	return []cgroup.Group{lineage[1], lineage[len(lineage)-1]}
}

// encloseAt makes the groups below place and tries out whether processes can be moved in, since rights and kernels differ.
func encloseAt(place cgroup.Group, lineage []cgroup.Group, name string, ceiling uint64) (*enclosure, error) {
	removeStale(place)
	if err := share(place); err != nil {
		return nil, err
	}
	top, lock, err := claim(place, name)
	if err != nil {
		return nil, err
	}
	e := &enclosure{limit: top, top: top, lock: lock}
	if err = keepBounds(lineage, place, top); err == nil {
		e.inside, err = furnish(top, ceiling)
	}
	if err == nil {
		err = tryOut(e.inside)
	}
	if err != nil {
		e.remove()
		return nil, err
	}
	return e, nil
}

// share makes the memory controller work below a place. Only at the root of the hierarchy it is switched on: everywhere
// else somebody decided against it.
func share(place cgroup.Group) error {
	if place.Version == 1 || place.SharesMemory() {
		return nil
	}
	if place.Dir != place.Mount() {
		return errors.New("the memory controller is not switched on for the groups in there (cgroup.subtree_control)")
	}
	if err := place.ShareMemory(); err != nil {
		return fmt.Errorf("the memory controller cannot be switched on for the groups in there: %w", err)
	}
	return nil
}

// toolHeadroom is what go test and the tests may hold together beyond the ceiling that each of them has: about what go test
// itself needs.
const toolHeadroom = 128 << 20

// furnish gives a new group its limit, and a group each for go test and for the tests.
func furnish(limit cgroup.Group, ceiling uint64) (inside cgroup.Group, err error) {
	if err := confine(limit, ceiling+toolHeadroom); err != nil {
		return inside, err
	}
	tests, err := limit.Child(cgroup.TestsGroup)
	if err != nil {
		return inside, err
	}
	if err := confine(tests, ceiling); err != nil {
		return inside, err
	}
	inside, err = limit.Child(cgroup.ToolsGroup)
	if err != nil {
		return inside, err
	}
	return inside, inside.LimitMemory(ceiling)
}

// confine gives a group that will have groups below it a limit.
func confine(group cgroup.Group, bytes uint64) error {
	if err := group.CountBelow(); err != nil {
		return fmt.Errorf("the limit would not count what is below it: %w", err)
	}
	if err := group.LimitMemory(bytes); err != nil {
		return err
	}
	return group.ShareMemory()
}
