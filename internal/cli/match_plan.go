package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fotfaste/internal/allocation"
)

// overwrites tells whether the plan would be written over the file that was read, by
// whatever spelling or link it is named.
func (c *matchCommand) overwrites(read os.FileInfo) bool {
	if c.Plan == "" {
		return false
	}
	there, err := os.Stat(c.Plan)
	return err == nil && os.SameFile(there, read)
}

// replace writes the file whole or not at all: under another name first, then renamed. A
// new file is for its owner alone, since the names may be identity numbers; one that was
// there keeps its mode. What is no regular file, such as a pipe, is written to as it is.
func replace(name string, write func(io.Writer) error) error {
	there, err := os.Stat(name)
	switch {
	case err == nil && !there.Mode().IsRegular():
		to, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(to), to.Close())
	case err == nil:
		// A link goes on pointing at its file.
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	part, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // gone by then where all went well
	err = write(part)
	if there != nil {
		err = errors.Join(err, part.Chmod(there.Mode().Perm()))
	}
	if err = errors.Join(err, part.Sync(), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), name)
}

// writePlan writes a row for each pair that is in the plan.
func writePlan(to io.Writer, in *allocation.Instance, made allocation.Proposal) error {
	out := bufio.NewWriter(to)
	fmt.Fprintln(out, "participant,intervention,quanta,gain")
	participant := 0
	for _, f := range made.Placed {
		for f.Edge >= in.First[participant+1] {
			participant++
		}
		writeField(out, []byte(in.Participants[participant]))
		out.WriteByte(',')
		writeField(out, []byte(in.Interventions[in.To[f.Edge]]))
		fmt.Fprintf(out, ",%d,%d\n", f.Quanta, in.Gain[f.Edge])
	}
	return out.Flush()
}
