package org.plenum.web.security;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AssemblyId;

/**
 * What somebody is, and where: a clerk of one assembly is nobody in particular in another.
 *
 * @param everywhere the roles that somebody has in every assembly
 * @param in the roles that somebody has in these assemblies besides
 */
public record Offices(Set<Role> everywhere, Map<AssemblyId, Set<Role>> in) {
    /** Keeps its own copies. */
    public Offices {
        everywhere = Set.copyOf(everywhere);
        var own = new LinkedHashMap<AssemblyId, Set<Role>>();
        in.forEach((assembly, roles) -> own.put(assembly, Set.copyOf(roles)));
        in = java.util.Collections.unmodifiableMap(own);
    }

    /** These roles in every assembly. */
    public static Offices everywhere(Set<Role> roles) {
        return new Offices(roles, Map.of());
    }

    /** Whether somebody has a role in an assembly; in no particular one, only what holds everywhere counts. */
    public boolean has(Role role, @Nullable AssemblyId assembly) {
        return everywhere.contains(role)
                || (assembly != null && in.getOrDefault(assembly, Set.of()).contains(role));
    }

    /** The roles that somebody has anywhere. */
    public Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(everywhere);
        in.values().forEach(roles::addAll);
        return roles;
    }

    /** The assemblies in which somebody has a role that does not hold everywhere. */
    public Set<AssemblyId> assemblies() {
        return new LinkedHashSet<>(in.keySet());
    }

    /** The same with one role more. */
    public Offices with(Role role, @Nullable AssemblyId assembly) {
        if (assembly == null) {
            var roles = EnumSet.of(role);
            roles.addAll(everywhere);
            return new Offices(roles, in);
        }
        var more = new LinkedHashMap<>(in);
        var roles = EnumSet.of(role);
        roles.addAll(in.getOrDefault(assembly, Set.of()));
        more.put(assembly, roles);
        return new Offices(everywhere, more);
    }
}
