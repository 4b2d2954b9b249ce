package dev.virtworkbench.engine.commands;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** An object of JSON of which fields may be missing: each version of a program tells a little more. */
public record Json(JsonObject object) {

    public String text(String field) {
        return optionalText(field).orElse("");
    }

    public Optional<String> optionalText(String field) {
        return element(field).map(JsonElement::getAsString);
    }

    /** 0 where it is missing. */
    public long number(String field) {
        return optionalNumber(field).orElse(0);
    }

    public OptionalLong optionalNumber(String field) {
        return element(field).map(each -> OptionalLong.of(each.getAsLong())).orElse(OptionalLong.empty());
    }

    public boolean flag(String field) {
        return element(field).map(JsonElement::getAsBoolean).orElse(false);
    }

    /** Empty where it is missing. */
    public Json inner(String field) {
        return new Json(element(field).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new));
    }

    public List<Json> list(String field) {
        return element(field).map(each -> list(each.getAsJsonArray())).orElse(List.of());
    }

    public static List<Json> list(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(each -> new Json(each.getAsJsonObject())).toList();
    }

    /** What a program printed, which was asked to print an object. */
    public static Json of(String output) {
        return new Json(JsonParser.parseString(output).getAsJsonObject());
    }

    private Optional<JsonElement> element(String field) {
        return Optional.ofNullable(object.get(field)).filter(each -> !each.isJsonNull());
    }
}
