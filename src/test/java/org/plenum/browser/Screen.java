package org.plenum.browser;

/** The screens that pages must fit. */
public enum Screen {
    NARROW(320, 640),
    PHONE(360, 780),
    LAPTOP(1366, 768),
    PROJECTOR(1920, 1080),
    WALL(3840, 2160);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
