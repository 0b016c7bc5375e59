package dev.rangefinder.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Interface;

/** A record that a search can find, so that a list of results needs no fragment for each type. */
@Interface
@Description("An object with a name.")
public interface Named extends Node {

    @Description("The name to display: of a citation, its title, or its key if it has none.")
    String getDisplayName();
}
