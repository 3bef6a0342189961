package org.immunarium.app.web;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Pictures of one size that follow each other, as an animated GIF: of each only what differs from the one before.
final class Recording implements AutoCloseable {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final FileImageOutputStream out;
    private @Nullable BufferedImage before;

    /// @param file is replaced where it is there
    Recording(Path file) throws IOException {
        Files.deleteIfExists(file);
        out = new FileImageOutputStream(file.toFile());
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /// @param hundredths how long it is seen, in hundredths of a second
    void add(BufferedImage picture, int hundredths) throws IOException {
        BufferedImage last = before;
        Rectangle changed =
                last == null ? new Rectangle(0, 0, picture.getWidth(), picture.getHeight()) : changed(last, picture);
        BufferedImage part = new BufferedImage(changed.width, changed.height, BufferedImage.TYPE_INT_RGB);
        part.createGraphics().drawImage(picture, -changed.x, -changed.y, null);
        writer.writeToSequence(new IIOImage(part, null, metadata(part, changed, hundredths)), null);
        before = picture;
    }

    /// The smallest rectangle outside of which two pictures are the same; never empty.
    private static Rectangle changed(BufferedImage one, BufferedImage other) {
        Rectangle all = new Rectangle(0, 0, 1, 1);
        boolean found = false;
        for (int y = 0; y < other.getHeight(); y++) {
            for (int x = 0; x < other.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    Rectangle here = new Rectangle(x, y, 1, 1);
                    all = found ? all.union(here) : here;
                    found = true;
                }
            }
        }
        return all;
    }

    private IIOMetadata metadata(BufferedImage part, Rectangle at, int hundredths) throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(part), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(at.x));
        place.setAttribute("imageTopPosition", Integer.toString(at.y));
        place.setAttribute("imageWidth", Integer.toString(at.width));
        place.setAttribute("imageHeight", Integer.toString(at.height));
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        IIOMetadataNode again = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
        again.setAttribute("applicationID", "NETSCAPE");
        again.setAttribute("authenticationCode", "2.0");
        // Without an end.
        again.setUserObject(new byte[] {1, 0, 0});
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode of, String name) {
        IIOMetadataNode made = new IIOMetadataNode(name);
        of.appendChild(made);
        return made;
    }

    @Override
    public void close() throws IOException {
        writer.endWriteSequence();
        writer.dispose();
        out.close();
    }
}
