package org.plenum.web.problem;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;

/** The data of a refusal, by the names of its fields. */
final class RefusalData {
    private RefusalData() {}

    static Map<String, @Nullable Object> of(Refusal refusal) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        for (var component : refusal.getClass().getRecordComponents()) {
            try {
                data.put(component.getName(), component.getAccessor().invoke(refusal));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a refusal's fields are public: " + component, e);
            }
        }
        return data;
    }
}
