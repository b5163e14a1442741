package org.plenum.projection.directory;

import org.plenum.vocabulary.AssemblyId;

/** An assembly as a list of assemblies shows it. */
public record AssemblyEntry(AssemblyId assembly, String name, int seats) {}
