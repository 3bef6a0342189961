import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/// Gives class files of before Java 6 the form of Java 8: `java NewClassFiles.java JAR…`.
///
/// The JVM's start-up cache leaves such old ones out, because they can only be verified the old, slow
/// way, without the frames that newer ones carry (picocli is compiled for Java 5, and its 170 classes
/// took a fifth of a start). The code stays the same; the frames are worked out and added.
void main(String[] jars) throws IOException {
    for (String name : jars) {
        Path jar = Path.of(name);
        Path renewed = Path.of(name + ".new");
        Files.copy(jar, renewed, StandardCopyOption.REPLACE_EXISTING);
        if (renew(jar, renewed)) {
            Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(renewed);
        }
    }
}

boolean renew(Path jar, Path renewed) throws IOException {
    URL[] classes = {jar.toUri().toURL()};
    boolean changed = false;
    try (URLClassLoader loader = new URLClassLoader(classes);
            FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + renewed.toUri()), Map.of());
            Stream<Path> all = Files.walk(files.getPath("/"))) {
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        for (Path file : all.filter(each -> each.toString().endsWith(".class")).toList()) {
            byte[] bytes = Files.readAllBytes(file);
            int major = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
            if (major < ClassFile.JAVA_6_VERSION) {
                Files.write(file, renew(format, format.parse(bytes)));
                changed = true;
            }
        }
    }
    return changed;
}

byte[] renew(ClassFile format, ClassModel old) {
    ClassTransform code = ClassTransform.transformingMethodBodies((body, part) -> body.with(part));
    ClassTransform version = (made, part) -> {
        if (part instanceof ClassFileVersion) {
            made.withVersion(ClassFile.JAVA_8_VERSION, 0);
        } else {
            made.with(part);
        }
    };
    return format.transformClass(old, code.andThen(version));
}
