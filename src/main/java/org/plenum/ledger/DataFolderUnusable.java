package org.plenum.ledger;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;

/** A ledger cannot be kept in a folder: it is none, it cannot be written to, or what is in it cannot be read. */
public final class DataFolderUnusable extends RuntimeException {
    private final transient Bilingual why;

    DataFolderUnusable(Path folder, Bilingual why, @Nullable Throwable cause) {
        super(folder + ": " + why.en(), cause);
        this.why = new Bilingual(
                "La cartella " + folder + " non può tenere un registro: " + why.it() + ".",
                "The folder " + folder + " cannot keep a ledger: " + why.en() + ".");
    }

    static DataFolderUnusable of(Path folder, IOException e) {
        var why = switch (e) {
            case FileAlreadyExistsException _ -> new Bilingual("è un file", "it is a file");
            case AccessDeniedException _ -> new Bilingual("non vi si può scrivere", "it cannot be written to");
            case NoSuchFileException _ -> new Bilingual("non si può creare", "it cannot be made");
            case FileSystemException failed
            when failed.getReason() != null -> new Bilingual(failed.getReason(), failed.getReason());
            default -> new Bilingual(e.toString(), e.toString());
        };
        return new DataFolderUnusable(folder, why, e);
    }

    /** Why not, in a sentence. */
    public Bilingual why() {
        return why;
    }
}
