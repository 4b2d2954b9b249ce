package dev.virtworkbench.product;

import java.util.ResourceBundle;

/** What this bundle says to people, in the language of the workbench. */
final class Texts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.virtworkbench.product.messages");

    /** The name of the job that copies the samples. */
    static final String SAMPLES_JOB = TEXTS.getString("samples.job");

    private Texts() {}
}
