package deskhand.flows;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Has the settings of this module read.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowsSettings.class)
class FlowsConfiguration {}
