// Package export writes reports to a volume.
package export

import "fmt"

type Volume struct {
	Mounted int
	Files   []string
}

var volumes = map[string]*Volume{"reports": {}}

func mount(name string) (*Volume, func(), error) {
	volume, ok := volumes[name]
	if !ok {
		return nil, nil, fmt.Errorf("no volume %q", name)
	}
	volume.Mounted++
	return volume, func() { volume.Mounted-- }, nil
}

func Export(volumeName, file string) error {
	volume, unmount, err := mount(volumeName)
	defer unmount()
	if err != nil {
		return err //crash:blame
	}
	volume.Files = append(volume.Files, file)
	return nil
}
