package org.plenum.ledger;

import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Stands where Axon asks for a serialiser. Entries carry their stored form, so whoever calls it is mistaken. */
enum NoSerializer implements Serializer {
    INSTANCE;

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        throw mistaken();
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return false;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        throw mistaken();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        throw mistaken();
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") @Nullable Class type) {
        throw mistaken();
    }

    @Override
    public Converter getConverter() {
        throw mistaken();
    }

    private static UnsupportedOperationException mistaken() {
        return new UnsupportedOperationException("entries are stored by the ledger itself");
    }
}
