package dev.virtworkbench.engine.images;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** An object of JSON of which fields may be missing: each version of QEMU tells a little more. */
record Json(JsonObject object) {

    String text(String field) {
        return optionalText(field).orElse("");
    }

    Optional<String> optionalText(String field) {
        return element(field).map(JsonElement::getAsString);
    }

    /** 0 where it is missing. */
    long number(String field) {
        return optionalNumber(field).orElse(0);
    }

    OptionalLong optionalNumber(String field) {
        return element(field).map(each -> OptionalLong.of(each.getAsLong())).orElse(OptionalLong.empty());
    }

    boolean flag(String field) {
        return element(field).map(JsonElement::getAsBoolean).orElse(false);
    }

    /** Empty where it is missing. */
    Json inner(String field) {
        return new Json(element(field).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new));
    }

    List<Json> list(String field) {
        return element(field).map(each -> list(each.getAsJsonArray())).orElse(List.of());
    }

    static List<Json> list(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(each -> new Json(each.getAsJsonObject())).toList();
    }

    private Optional<JsonElement> element(String field) {
        return Optional.ofNullable(object.get(field)).filter(each -> !each.isJsonNull());
    }
}
