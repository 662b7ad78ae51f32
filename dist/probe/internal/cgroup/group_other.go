//go:build !linux

package cgroup

import "errors"

var errNone = errors.New("this system has no control groups")

func Memory(int) (Group, bool) { return Group{}, false }

func Pids(int) (Group, bool) { return Group{}, false }

func At(string) (Group, bool) { return Group{}, false }

func (g Group) Exists() bool { return false }

func (g Group) ReadMemory() MemoryLevel { return MemoryLevel{Path: g.Path} }

func (g Group) ReadPids() PidsLevel { return PidsLevel{Path: g.Path} }

func (g Group) Child(string) (Group, error) { return Group{}, errNone }

func (g Group) Enter(int) error { return errNone }

func (g Group) LimitMemory(uint64) error { return errNone }

func (g Group) SharesMemory() bool { return false }

func (g Group) CountBelow() error { return errNone }

func (g Group) ShareMemory() error { return errNone }

func (g Group) Processes() ([]int, error) { return nil, errNone }

func (g Group) Remove() error { return nil }
