package org.plenum.web.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes down what an endpoint asks of a request. */
final class DescribedAsked extends DescribedFields implements Asked {
    private final List<Field> path = new ArrayList<>();
    private final List<Field> query = new ArrayList<>();

    private @Nullable Shape whole;

    /** What the whole body is, where no field of it is asked for alone. */
    @Nullable Shape whole() {
        return whole;
    }

    /** The variables of the path. */
    List<Field> path() {
        return path;
    }

    /** The parameters of the query. */
    List<Field> query() {
        return query;
    }

    @Override
    public <T> Given<T> path(String name, Kind<T> kind) {
        path.add(new Field(name, kind.shape(), true));
        return Given.nothing();
    }

    @Override
    public <T> Given<T> whole(Kind<T> kind) {
        whole = kind.shape();
        return Given.nothing();
    }

    @Override
    public <T> Given<T> query(String name, Kind<T> kind) {
        query.add(new Field(name, kind.shape(), false));
        return Given.nothing();
    }
}
