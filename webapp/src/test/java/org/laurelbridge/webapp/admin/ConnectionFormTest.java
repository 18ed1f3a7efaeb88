package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

/** What is made of what was typed for a connection. */
class ConnectionFormTest {

    @Test
    void aNameWithSpaces_getsDashes() {
        HttpServletRequest typed = mock(HttpServletRequest.class);
        when(typed.getParameter("name")).thenReturn(" our campus  LRS ");
        when(typed.getParameter("root")).thenReturn("https://moodle.example.org");
        when(typed.getParameter("token")).thenReturn("t");

        assertThat(ConnectionForm.of(typed, null).name()).isEqualTo("our-campus-LRS");
        assertThat(MoodleForm.of(typed, null).name()).isEqualTo("our-campus-LRS");
        assertThat(MoodleForm.of(typed, null).problems()).isEmpty();
    }
}
