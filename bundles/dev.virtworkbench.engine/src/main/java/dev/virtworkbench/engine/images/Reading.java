package dev.virtworkbench.engine.images;

import com.google.gson.JsonParser;
import com.google.gson.JsonStreamParser;
import dev.virtworkbench.engine.commands.Finished;
import dev.virtworkbench.engine.commands.Json;
import dev.virtworkbench.engine.commands.Programs;
import dev.virtworkbench.engine.errors.VirtException;
import dev.virtworkbench.language.findings.Message;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What qemu-img tells of images, within one job.
 *
 * @param programs of that job
 */
record Reading(Programs programs) {

    private static final int DIFFERENT = 1;
    private static final int NO_CHECK = 63;
    private static final Set<Integer> CHECKED = Set.of(0, 2, 3, NO_CHECK);

    /** @param format empty to have it guessed, which is for looking only */
    ImageChain chain(String path, Optional<String> format) {
        try {
            return new ImageChain(infos(path, format, true), Optional.empty());
        } catch (VirtException broken) {
            // what is wrong with the image itself fails again
            return new ImageChain(infos(path, format, false), Optional.of(broken.why()));
        }
    }

    ImageChain chain(Image image) {
        return chain(image.path(), Optional.of(image.format()));
    }

    private List<ImageInfo> infos(String path, Optional<String> format, boolean chain) {
        QemuImg command = new QemuImg("info").option("-U", "--output=json");
        format.ifPresent(name -> command.option("-f", name));
        if (chain) {
            String output = command.option("--backing-chain").operand(path).run(programs);
            return StreamSupport.stream(JsonParser.parseString(output).getAsJsonArray().spliterator(), false)
                    .map(each -> ImageInfo.of(each.getAsJsonObject())).toList();
        }
        return List.of(ImageInfo.of(JsonParser.parseString(command.operand(path).run(programs)).getAsJsonObject()));
    }

    /** What many files are, by their headers alone, with one command. @param paths absolute; those that are no images, or cannot be read, have none */
    Map<String, ImageInfo> headers(Collection<String> paths) {
        // absolute paths are never taken for options
        List<String> command = Programs.words(Programs.words(List.of("find"), paths), List.of("-maxdepth", "0", "!", "-type", "d",
                "-exec", "qemu-img", "info", "-U", "--output=json", "--", "{}", ";"));
        String output = programs.run(command, Set.of(0, 1)).output().strip();
        Map<String, ImageInfo> infos = new LinkedHashMap<>();
        // the parser takes no input at all for a broken one
        for (JsonStreamParser each = new JsonStreamParser(output); !output.isEmpty() && each.hasNext();) {
            ImageInfo info = ImageInfo.of(each.next().getAsJsonObject());
            infos.put(info.path(), info);
        }
        return infos;
    }

    ImageMap map(Image image) {
        return ImageMap.of(new QemuImg("map").option("-U", "--output=json").open(image).run(programs));
    }

    ImageSizes sizes(Image image) {
        ImageInfo info = chain(image).top();
        String length = programs.run("stat", "-L", "--printf", "%s", "--", image.path());
        return new ImageSizes(info.virtualSize(), map(image).allocated(), Long.parseLong(length), info.onDisk());
    }

    /** @param shared whether it may be open for writing meanwhile: then what is found may be what is just being written */
    CheckReport check(Image image, boolean shared) {
        QemuImg command = new QemuImg("check").option("--output=json").open(image);
        Finished finished = (shared ? command.option("-U") : command).run(programs, CHECKED);
        return finished.code() == NO_CHECK ? CheckReport.IMPOSSIBLE : CheckReport.of(finished.output());
    }

    /** Fails the job while QEMU, or another of its programs, has the image open for writing. */
    void requireUnwritten(Image image) {
        new QemuImg("info").option("-f", image.format()).operand(image.path()).run(programs);
    }

    /** Fails the job if the image is damaged. */
    void requireSound(Image image) {
        CheckReport report = check(image, false);
        if (!report.sound()) {
            throw programs.failure(Message.of(Reading.class, "damaged", image.path(), report.corruptions(), report.errors()),
                    Message.of(Reading.class, "damaged.hint"));
        }
    }

    Comparison compare(Image one, Image other, boolean strict) {
        QemuImg command = new QemuImg("compare").option("-p").open(one).open(other);
        Finished finished = (strict ? command.option("-s") : command).runWithProgress(programs, Set.of(0, DIFFERENT));
        String[] lines = finished.output().split("[\\r\\n]+");
        return new Comparison(finished.code() == 0, lines[lines.length - 1].strip());
    }

    /** How its guest has divided it. */
    GuestDisk guestDisk(Image image) {
        String folder = programs.run("mktemp", "-d").strip();
        try {
            String copy = folder + "/head";
            new QemuImg("dd").option("-U", "-O", "raw").before("if=").open(image).operand("of=" + copy).operand("bs=512")
                    .operand("count=" + GuestDisk.HEAD / 512).run(programs);
            // as text: programs are read as such
            return GuestDisk.of(Base64.getDecoder().decode(programs.run("base64", "-w", "0", "--", copy).strip()));
        } finally {
            programs.steadfast().run("rm", "-r", "-f", "--", folder);
        }
    }

    /** Empty where a format cannot be measured. */
    Optional<Measure> measure(Image source, NewImage target, Optional<String> snapshot) {
        QemuImg command = new QemuImg("measure").open(source);
        snapshot.ifPresent(name -> command.option("-l", Conversion.parameter(name)));
        return measure(command, target);
    }

    /** @param size bytes that a guest sees */
    Optional<Measure> measure(long size, NewImage target) {
        return measure(new QemuImg("measure").option("--size", Long.toString(size)), target);
    }

    private Optional<Measure> measure(QemuImg command, NewImage target) {
        command.option("--output=json", "-O", target.format()).formatOptions(target.optionsIn(command));
        Finished finished = command.run(programs, Set.of(0, 1));
        if (finished.code() != 0) {
            return Optional.empty();
        }
        Json json = new Json(JsonParser.parseString(finished.output()).getAsJsonObject());
        return Optional.of(new Measure(json.number("required"), json.number("fully-allocated")));
    }
}
